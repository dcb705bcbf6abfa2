/** The tools that a file of tests asked for while it was imported; tests may run no others. */
const asked = new Set<string>()
let isImported = false

/** Called between the import of a file of tests and its first hook; outside of tests never. */
export function endImport(): void {
  isImported = true
}

/** Throws an Error when a test asks for a tool that its file did not ask for: to build it may take longer than a test may. */
export function checkAsked(name: string): void {
  if (!isImported) asked.add(name)
  else if (!asked.has(name)) {
    throw new Error(`A test runs ${name}, and its file did not ask for it: add "await tools('${name}')" at its top`)
  }
}
