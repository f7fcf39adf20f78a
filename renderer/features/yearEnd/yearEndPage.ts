import type { YearEndOverview } from "../../../shared/contract/yearEndOperations.ts";

/** What every page of year end is given. */
export interface YearEndPageProps {
  readonly dates: YearEndOverview["dates"];
}
