import { contentName } from '../../../content-name.ts'

/** What a Job's name may have before its hash. */
const longest = 52

/** `join-trade-peer1`; what is longer ends in a hash of the whole. */
export function jobName(...parts: readonly string[]): string {
  const name = parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return name.length <= longest ? name : contentName(name.slice(0, longest - 11).replace(/-+$/, ''), ...parts)
}
