import leven from 'leven'

/** Synonyms with different spelling. */
const synonyms: Readonly<Record<string, string>> = {
  amazon: 'eks',
  aws: 'eks',
  azure: 'aks',
  gcloud: 'gke',
  gcp: 'gke',
  google: 'gke',
  k8s: 'kubernetes',
}

/** Known words are shorter, and comparing takes time for long words. */
const longest = 200

/** The known word closest to `word`; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longest) return undefined
  const synonym = synonyms[word.toLowerCase()]
  if (synonym !== undefined && known.includes(synonym)) return synonym
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Number of edits between two words; swapping two neighbouring letters counts as one. */
function distanceOf(word: string, candidate: string): number {
  const at = [...word].findIndex((letter, index) => letter !== candidate[index])
  const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`
  return at >= 0 && swapped === candidate ? 1 : leven(word, candidate)
}

/** "did you mean …?", or the list of known words. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return 'none exists'
  const match = nearest(word, known)
  return match === undefined ? `known: ${known.join(', ')}` : `did you mean "${match}"?`
}
