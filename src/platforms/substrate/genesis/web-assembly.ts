/** What is used of WebAssembly, which every Node has: TypeScript's types for it are those of browsers. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

export interface WasmModule {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module'
}

/** A function that a module imports or exports: numbers of 32 bits, and of 64 as bigint. */
export type WasmFunction = (...values: never[]) => number | bigint | undefined

interface WebAssemblyInterface {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => WasmMemory
  readonly Module: (new (
    bytes: Uint8Array,
  ) => WasmModule) & {
    imports(module: WasmModule): readonly { readonly kind: string; readonly name: string }[]
  }
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: Readonly<Record<string, WasmFunction | WasmMemory>> },
  ) => { readonly exports: Readonly<Record<string, unknown>> }
}

export const { WebAssembly: webAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface }

export const isMemory = (value: unknown): value is WasmMemory => value instanceof webAssembly.Memory
