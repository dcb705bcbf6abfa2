import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ScriptFolder } from './script-folder.ts'

let folder: ScriptFolder
beforeEach(async () => {
  folder = await ScriptFolder.make()
})
afterEach(() => folder.remove())

const variables = {
  HEAP_MEBIBYTES: '1024',
  LEGAL_NAME: 'O=Bank, L=London, C=GB',
  ROOT_TRUSTSTORE_PASSWORD: 'trustpass',
}
const script = (name: string, ...args: readonly string[]) => scriptWith({}, name, ...args)
const scriptWith = (more: Readonly<Record<string, string>>, name: string, ...args: readonly string[]) =>
  folder.run(name, args, { ...variables, ...more })

const registeredAs = () => folder.read('certificates/registered-as')
const log = 'printf "%s\\n" "$*" >> "$0.log"'

describe('corda.sh', () => {
  const stores = ['nodekeystore', 'sslkeystore', 'truststore']
  const makes = (made: readonly string[]): string =>
    made.map((store) => `touch ${folder.path}/certificates/${store}.jks`).join('\n')
  const calls = () => folder.read('bin/java.log')

  it('registers a new volume once', async () => {
    await folder.program('java', `${log}\n${makes(stores)}`)
    expect(await script('corda.sh', 'register')).toMatchObject({ status: 0 })
    expect(await registeredAs()).toBe('O=Bank, L=London, C=GB\n')
    expect(await script('corda.sh', 'register')).toMatchObject({ status: 0 })
    expect(await calls()).toBe(
      `-Dcapsule.jvm.args=-Xmx1024m -XX:HeapDumpPath=/dev/null -jar /opt/corda/bin/corda.jar initial-registration --network-root-truststore /etc/corda-zone/root-truststore --network-root-truststore-password trustpass --base-directory ${folder.path} --config-file /etc/corda/node.conf --log-to-console\n`,
    )
  })

  it('says what to do where a registration was interrupted between its files', async () => {
    await folder.program('java', makes(['nodekeystore']))
    const { status, stderr } = await script('corda.sh', 'register')
    expect(status).toBe(1)
    expect(stderr).toBe(
      'the registration was interrupted before it wrote sslkeystore.jks: remove the folder certificates of this volume, and ask the operator of the zone to allow the name again\n',
    )
    await expect(registeredAs()).rejects.toThrow('ENOENT')
  })

  it('leaves a failed registration open', async () => {
    await folder.program('java', `${makes(stores)}\nexit 3`)
    expect(await script('corda.sh', 'register')).toMatchObject({ status: 3 })
    await expect(registeredAs()).rejects.toThrow('ENOENT')
  })

  it('refuses the volume of another party', async () => {
    await folder.program('java', log)
    await folder.write('certificates/registered-as', 'O=Shop, L=Paris, C=FR\n')
    const { status, stderr } = await script('corda.sh', 'register')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^this volume has the keys of O=Shop, L=Paris, C=FR, and the definition the name O=Bank, L=London, C=GB: /,
    )
    await expect(calls()).rejects.toThrow('ENOENT')
  })

  it('migrates, and starts the node in its own process', async () => {
    await folder.program('java', `${log}\necho $$`)
    expect(await script('corda.sh', 'migrate')).toMatchObject({ status: 0 })
    expect(await calls()).toMatch(/corda\.jar run-migration-scripts --core-schemas --app-schemas --base-directory /)
    const { stdout } = await script('corda.sh', 'start')
    const [own, java] = stdout.trim().split('\n')
    expect(java).toBe(own)
  })

  it('ends a draining mode that an interrupted stop left behind', async () => {
    await folder.program('java', log)
    await folder.write('drain.sh', `printf '%s\\n' "$*" >> ${folder.path}/drained\n`)
    await script('corda.sh', 'start')
    await expect(folder.read('drained')).rejects.toThrow('ENOENT')
    await folder.write('draining', '')
    await script('corda.sh', 'start')
    await vi.waitFor(async () => expect(await folder.read('drained')).toBe('undo\n'))
  })

  describe('with TLS of RPC', () => {
    const start = () => scriptWith({ RPC_KEY_STORE_PASSWORD: 'store-password' }, 'corda.sh', 'start')
    const lists = (entry: string): string => `${log}\necho 'certificate, Nov 30, 2026, ${entry},'`

    it('starts where the key store opens, with the password in no list of processes', async () => {
      await folder.program('java', log)
      await folder.program('keytool', lists('PrivateKeyEntry'))
      expect(await start()).toMatchObject({ status: 0, stderr: '' })
      expect(await calls()).toMatch(/corda\.jar --base-directory /)
      expect(await folder.read('bin/keytool.log')).toBe(
        '-list -keystore /etc/corda-rpc/keystore.jks -storetype JKS -storepass:env RPC_KEY_STORE_PASSWORD\n',
      )
    })

    it('says why a key store is of no use, which Corda does not', async () => {
      await folder.program('java', log)
      await folder.program('keytool', 'echo "keytool error: password was incorrect"\nexit 1')
      expect(await start()).toMatchObject({
        status: 1,
        stderr:
          'the key store of RPC (rpcTls) does not open with its password: keytool error: password was incorrect\n',
      })
      await folder.program('keytool', lists('trustedCertEntry'))
      expect(await start()).toMatchObject({
        status: 1,
        stderr: 'the key store of RPC (rpcTls) has no private key: a truststore is for clients\n',
      })
      await expect(calls()).rejects.toThrow('ENOENT')
    })

    it('asks nobody in another step', async () => {
      await folder.program('java', log)
      await folder.program('keytool', 'exit 1')
      expect(await scriptWith({ RPC_KEY_STORE_PASSWORD: 'x' }, 'corda.sh', 'migrate')).toMatchObject({ status: 0 })
    })
  })
})

describe('download.sh', () => {
  const curl = 'while [ $# -gt 1 ]; do if [ "$1" = --output ]; then file=$2; fi; shift; done\nprintf content > "$file"'
  const sha256 = 'ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73'

  it('fetches what is listed', async () => {
    await folder.program('curl', curl)
    await folder.write(
      'downloads',
      `cordapps loans.jar ${sha256} https://example.com/loans.jar\ndrivers pg.jar ${sha256} https://example.com/pg.jar\n`,
    )
    expect(await script('download.sh')).toMatchObject({ status: 0, stderr: '' })
    expect(await folder.read('jars/cordapps/loans.jar')).toBe('content')
    expect(await folder.read('jars/drivers/pg.jar')).toBe('content')
  })

  it('keeps no other file than the definition has', async () => {
    await folder.program('curl', curl)
    await folder.write('downloads', `cordapps loans.jar ${'0'.repeat(64)} https://example.com/loans.jar\n`)
    const { status, stderr } = await script('download.sh')
    expect(status).toBe(1)
    expect(stderr).toBe(
      `https://example.com/loans.jar has another file than the definition: its SHA-256 is ${sha256}\n`,
    )
    await expect(folder.read('jars/cordapps/loans.jar')).rejects.toThrow('ENOENT')
  })
})
