import { useEffect } from "react";
import { useQuery } from "../../api/hooks.ts";
import { ProgressBar } from "../../components/ProgressBar.tsx";

/** How often the progress is asked for, in milliseconds. */
const often = 300;

/** How far the papers of a tax year have come. */
export function YearSetProgress({ jobId }: { readonly jobId: string }) {
  const { data, refetch } = useQuery("documents.progress", { jobId });
  useEffect(() => {
    const timer = setInterval(() => void refetch(), often);
    return () => clearInterval(timer);
  }, [refetch]);
  return <ProgressBar words={data?.words ?? "Making the papers of the year"} done={data?.done ?? 0} total={data?.total ?? 0} />;
}
