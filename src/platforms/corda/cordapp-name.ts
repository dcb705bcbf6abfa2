import type { Jars } from './schema.ts'

/**
 * What a CorDapp is called in all its versions: the repository of its image, `registry.example.com/loans`, or its file without the
 * version, `loans.jar` of `https://example.com/loans-1.2.jar`.
 */
export function cordappName(jars: Jars): string {
  if ('image' in jars) return jars.image.replace(/@.*$/, '').replace(/:[^:/]*$/, '')
  const file = new URL(jars.url).pathname.split('/').at(-1) ?? ''
  return file.replace(/-\d[\w.+-]*(?=\.jar$)/, '')
}
