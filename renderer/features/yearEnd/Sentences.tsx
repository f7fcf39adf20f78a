/** Sentences under each other; the first is often the answer. */
export function Sentences({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
}
