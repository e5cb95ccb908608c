/** From when on an answer counts as slow where nobody says otherwise, in milliseconds. */
export const defaultSlowMs = 1_000;
