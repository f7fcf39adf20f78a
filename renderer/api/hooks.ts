import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQueryClient,
  useQuery as useReactQuery,
} from "@tanstack/react-query";
import { useEffect } from "react";
import type { BridgeEvent } from "./bridge.d.ts";
import { type Input, invoke, listen, type NameOf, type OperationFailure, type Output } from "./client.ts";

/** The data is local: reading is cheap, waiting and retrying make no sense, and everything reads again after a change. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: "always", refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** Reads. Reads again after every change in the file. Turn it off with `{ isOn: false }` while its input is not known. */
export function useQuery<N extends NameOf<"query">>(
  name: N,
  input: Input<N>,
  { isOn = true }: { readonly isOn?: boolean } = {},
): UseQueryResult<Output<N>, OperationFailure> {
  return useReactQuery<Output<N>, OperationFailure>({ queryKey: [name, input], queryFn: () => invoke(name, input), enabled: isOn });
}

/** Writes: `mutate(input)`, or `mutateAsync(input)` inside a form. Afterwards every query reads again. */
export function useCommand<N extends NameOf<"command">>(
  name: N,
  { onDone }: { readonly onDone?: (output: Output<N>) => void } = {},
): UseMutationResult<Output<N>, OperationFailure, Input<N>> {
  return useOperation(name, onDone);
}

/** Long or outside work (PDF, file, backup, vault): called like a command. */
export function useTask<N extends NameOf<"task">>(
  name: N,
  { onDone }: { readonly onDone?: (output: Output<N>) => void } = {},
): UseMutationResult<Output<N>, OperationFailure, Input<N>> {
  return useOperation(name, onDone);
}

function useOperation<N extends NameOf<"command" | "task">>(name: N, onDone: ((output: Output<N>) => void) | undefined) {
  const client = useQueryClient();
  return useMutation<Output<N>, OperationFailure, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSuccess: async (output) => {
      await client.invalidateQueries();
      onDone?.(output);
    },
  });
}

/** Calls back on every event from the data process for as long as the component is shown. */
export function useBridgeEvent(callback: (event: BridgeEvent) => void): void {
  useEffect(() => listen(callback));
}

/** Reads everything again when the data process says that something changed. Used once, at the root. */
export function useReadAgainOnChange(): void {
  const client = useQueryClient();
  useBridgeEvent((event) => {
    if (event === "changed") void client.invalidateQueries();
  });
}

/** Version, today's date and preferences, which the main process answers locked or not. */
export function useAppInfo(): UseQueryResult<Output<"desktop.appInfo">, OperationFailure> {
  return useReactQuery<Output<"desktop.appInfo">, OperationFailure>({ queryKey: ["desktop.appInfo"], queryFn: () => invoke("desktop.appInfo", {}) });
}
