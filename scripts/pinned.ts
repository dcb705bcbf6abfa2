const ours = /^(\s*(?:- )?uses: chancery-dev\/chancery)@\S+.*$/gm

/** The text of a workflow that uses a release by its commit, with the tag behind it for Dependabot and for people. */
export const pinned = (text: string, tag: string, commit: string): string => text.replace(ours, `$1@${commit} # ${tag}`)
