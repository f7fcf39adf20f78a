/** What Vite writes into the page, to be replaced by a fresh value at every load. */
export const noncePlaceholder = "__CSP_NONCE__";

/**
 * The policy of every answer of app://bundle/. The nonce is for the one style element React Aria adds; nothing else inline runs.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}
