import * as z from "zod";

interface TrustedTypes {
  createPolicy(name: string, rules: Readonly<Record<"createHTML" | "createScript" | "createScriptURL", (text: string) => string>>): unknown;
}

/**
 * Before anything else runs. zod must not probe `new Function`, which the content security policy forbids. React Aria
 * empties its announcer with `innerHTML = ""`, which Trusted Types would turn into a crash: the default policy lets
 * exactly the empty text through and nothing else.
 */
z.config({ jitless: true });

const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
const refuse = () => {
  throw new TypeError("The app makes no HTML or script from text");
};
trustedTypes?.createPolicy("default", { createHTML: (text) => (text === "" ? "" : refuse()), createScript: refuse, createScriptURL: refuse });
