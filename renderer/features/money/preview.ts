import type { Output } from "../../api/client.ts";

/** What an import would do, line by line. */
export type Preview = Output<"bank.previewImport">;
