import type { PlatformCommandPorts } from '../../src/commands/ports.ts'

/** Ports of a command of a platform that works on files of the network only: nothing is installed, and no descriptor is open. */
export const filesOnly: Pick<PlatformCommandPorts, 'readDescriptor' | 'writeFile' | 'loadPackage'> = {
  readDescriptor: () => Promise.reject(new Error('no descriptor is open here')),
  writeFile: () => Promise.reject(new Error('no file is written here')),
  loadPackage: async () => undefined,
}
