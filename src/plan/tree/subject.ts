/** A path as the subject of a risk, by which people acknowledge it: one word, whatever is in it. */
export const subjectOf = (path: string): string => encodeURI(path.toWellFormed())
