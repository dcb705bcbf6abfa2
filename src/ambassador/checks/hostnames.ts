/** Whether a name could match both patterns, as Emissary compares them: `*`, `*.example.com`, `example.*`, or a name. */
export function hostnamesMeet(a: string, b: string): boolean {
  if (a === '*' || b === '*') return true
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  return left === right || covers(left, right) || covers(right, left)
}

function covers(pattern: string, name: string): boolean {
  if (pattern.startsWith('*')) return name.endsWith(pattern.slice(1))
  return pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1))
}
