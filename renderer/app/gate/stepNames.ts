/** The three pages of making a file. */
export const stepNames = ["Choose a passphrase", "Keep your recovery words", "Check your recovery words"] as const;
