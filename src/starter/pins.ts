/** A line of a workflow that names an action: what comes before, the action, its reference, and the comment behind it. */
const uses = /^(\s*(?:- )?uses:[ \t]*)([^\s@#]+)@([^\s#]+)([ \t]+#[^\n]*)?$/gm

/** A text as it is whatever its actions are pinned to: tools such as Dependabot move pins, and people do not count that as a change. */
export const withoutPins = (text: string): string => text.replace(uses, '$1$2')
