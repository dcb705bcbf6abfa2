import { isRecord } from '../objects.ts'

/** `metadata.labels.app`, but `metadata.annotations[prometheus.io/port]`: a dot inside a name would look like a further field. */
export function child(field: string, name: string): string {
  if (!/^[\w-]+$/.test(name)) return `${field}[${name}]`
  return field === '' ? name : `${field}.${name}`
}

/**
 * A field as a conflict names it (`.spec.containers[name="node"].image`), in our notation. What is below a map of texts
 * is one name, with all its dots.
 */
export function fieldFromServer(path: string): string {
  const map = /^(.*\.(?:annotations|labels|matchLabels|nodeSelector|data|stringData|binaryData))\.(.+)$/.exec(path)
  const field = map === null ? path : child(map[1] ?? '', map[2] ?? '')
  return field.replace(/^\./, '')
}

/** What a field holds, whatever names the prototype has: a file in a ConfigMap may be called `constructor`. */
export const own = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
