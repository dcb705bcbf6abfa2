import { describe, expect, it } from 'vitest'
import { adoptingPlatform } from '../../src/commands/adopt/options.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { keys } from '../../src/commands/keys.ts'
import { render } from '../../src/commands/render.ts'
import { errorsIn, place } from '../adopt/place.ts'
import { holder } from '../material/sops-tool.ts'
import { blockOf } from '../platforms/fabric/adopt/adopting.ts'
import { shapes } from '../platforms/fabric/adopt/shapes.ts'

const network = 'network.yaml'

describe.each(shapes.filter(([name]) => !name.includes('other names')))(
  'chancery adopt fabric: a channel %s',
  (_, config) => {
    const options = {
      platform: adoptingPlatform('fabric'),
      name: 'trade',
      cluster: [{ name: 'eu', provider: 'eks', place: 'eu.example.com' }] as const,
      organization: [{ name: 'alpha', cluster: 'eu' }],
      given: new Map([['channel', ['trade.block']]]),
    }

    it('becomes a definition that lacks recipients only; with them, it lacks certificates of new nodes only', async () => {
      const { run, files, ports, inputs, found } = place()
      inputs.set('trade.block', blockOf(config))
      const result = await run(options)
      expect(errorsIn(found)).toEqual(['setup'])
      expect(result).toMatchObject({ status: 0, changed: true })
      expect(result.adopted?.tasks[0]).toMatch(/`peer\d\.alpha\.eu\.example\.com`/)

      // A second run changes nothing, whatever it names again.
      const former = new Map(files.contents)
      expect(await run(options)).toMatchObject({ changed: false, files: [] })
      expect(await run({ platform: options.platform, given: options.given, name: undefined })).toMatchObject({
        changed: false,
        files: [],
      })
      expect(files.contents).toEqual(former)

      const [cluster, issuers] = [(await holder()).recipient, (await holder()).recipient]
      const text = String(files.contents.get(network))
        .replace(/# recipients: \[age1…\]/, `recipients: [${cluster}]`)
        .replace(/# issuerRecipients: \[age1…\]/, `issuerRecipients: [${issuers}]`)
      await files.change({ written: new Map([[network, text]]), removed: [] })
      expect(await run(options)).toMatchObject({ adopted: { platform: 'fabric' } })
      expect(errorsIn((await inspect({ network }, files)).findings)).toEqual([])
      expect(await keys({ network }, ports)).toMatchObject({ status: 0 })
      // Its authorities are elsewhere: people commit the certificates of the node that is new.
      const rendered = await render({ network, check: false, standIns: false }, ports)
      expect(errorsIn(rendered.findings)).toEqual(['material-missing'])
    })
  },
)
