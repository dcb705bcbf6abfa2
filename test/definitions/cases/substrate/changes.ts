/** What cases of this folder change in substrate.yaml and its base spec. */

type Files = Readonly<Record<string, string>>
type Spec = Record<string, unknown> & { genesis: { runtimeGenesis: { code: string; patch: Record<string, unknown> } } }

export const baseFile = 'chain/base.json'
export const specFile = 'material/public/chain-spec.json'

/** Another validator, from seeds of these cases: session keys as addresses. */
export const other = {
  peerId: '12D3KooWRPXnpuu3V2o9xvFidGBoKMPGEpbxkGBEzoBAF29RCNYs',
  grandpa: '5DuXcp4pqRmtEiQiGyRjxWfFfUFzy4RemVxbYdhcyUDdqazw',
  beefy: 'KWBABohZmyx5GXBpvRme6S54Z4fHrG8PgyanT61ibvr9R1KHR',
} as const

/** The external validator of substrate.yaml. */
export const authority = {
  peerId: '12D3KooWFqPdb3hEBBS9NgTFh8qiGe6zp5Ajt5Zy8NXMg4YtDw62',
  aura: '5ENrFxRP1YqQchRu4XGBW5ADs7YjmF2osk3YvxXEiL76X27i',
  grandpa: '5CwLA95xb7dWJR2ZxwnuvBFhYrVynb9etUtVxZGQjB59wrtA',
  /** The same as in a file of ours. */
  publicKeys:
    '{aura: "0x664f2a8b575aa52bef6a722fd76afaa960f475aedcbafc3a3626ac3472921568", grandpa: "0x269c78975109e304ac40158ab7a779f5d193f635f787de942b653f4c6138ba76"}',
} as const

/** 32 bytes of 255: no point of any curve. */
export const noPoint = '5HrN7fHLXWcFiXPwwtq2EkSGns9eMt5P7SpeTPewumZy6ftb'

/** Accounts of nobody else. */
export const accounts = [
  '5Epr8zEPaZXz6jSHXfhYy8koBD6xJWfDYHQf2xrRUsNu5UjX',
  '5EJTFRafJzKsjir4ALek4PXew3zMeobBh4fY1nGd626RSpzb',
  '5Dkqe3c27X8UVQN3B22DDctecqJm41ZccHd3AwBPLZD4qUJf',
  '5HmJAGiuKY7TcccSH7pQevf3zVUcJLbYZpuA2wkZC4co8nYn',
] as const

/** The base spec, changed. */
export const withBase =
  (change: (spec: Spec) => void) =>
  (files: Files): Files => {
    const spec = JSON.parse(files[baseFile] ?? '') as Spec // the base spec of these cases
    change(spec)
    return { [baseFile]: JSON.stringify(spec) }
  }

/** A file that is there, with another text in it. */
export const withText =
  (file: string, from: RegExp, to: string) =>
  (files: Files): Files => {
    const text = files[file] ?? ''
    if (!from.test(text)) throw new Error(`${file} has no ${from}`)
    return { [file]: text.replace(from, to) }
  }
