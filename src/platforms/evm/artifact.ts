/** The compiler's output for one contract: its runtime code, or why there is none. */
export type Artifact = { readonly code: string } | { readonly problem: string; readonly hint: string }

/**
 * The runtime code in an artifact: `deployedBytecode` as text (Hardhat, Truffle) or as `object` (Foundry, and solc below `evm`).
 */
export function readArtifact(value: unknown): Artifact {
  const { deployedBytecode, evm } = (value ?? {}) as {
    deployedBytecode?: unknown
    evm?: { deployedBytecode?: unknown }
  }
  const found = deployedBytecode ?? evm?.deployedBytecode
  const text = typeof found === 'string' ? found : (found as { object?: unknown } | undefined)?.object
  if (typeof text !== 'string') {
    return {
      problem: 'has no deployedBytecode',
      hint: 'name the JSON file that the compiler writes for the contract: artifacts/…/Name.json of Hardhat, out/…/Name.json of Foundry',
    }
  }
  if (/__\$|__[A-Za-z]/.test(text)) {
    return {
      problem: 'has code with libraries that are not linked',
      hint: 'link it with the addresses of the libraries, which must be accounts of the genesis too',
    }
  }
  const code = `0x${text.replace(/^0x/, '').toLowerCase()}`
  if (code === '0x') {
    return {
      problem: 'has no code: it is an interface or an abstract contract',
      hint: 'name the contract that implements it',
    }
  }
  // No pattern with a group that repeats: on code of some MiB it would use up the stack.
  if (code.length % 2 !== 0 || /[^0-9a-f]/.test(code.slice(2)))
    return { problem: 'has a deployedBytecode that is not hexadecimal', hint: 'compile it again' }
  return { code }
}

/** Values that the constructor would set in the code (Solidity: immutable), as the compiler lists them. */
export function hasImmutables(value: unknown): boolean {
  const { deployedBytecode, evm, immutableReferences } = (value ?? {}) as Record<string, unknown>
  const places = [
    immutableReferences,
    (deployedBytecode as { immutableReferences?: unknown } | undefined)?.immutableReferences,
    (evm as { deployedBytecode?: { immutableReferences?: unknown } } | undefined)?.deployedBytecode
      ?.immutableReferences,
  ]
  return places.some((place) => typeof place === 'object' && place !== null && Object.keys(place).length > 0)
}
