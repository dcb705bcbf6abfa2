/** Prints which packages are bundled in `dist/`, as CycloneDX. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../src/tools/process.ts'
import { type BillOfMaterials, ofBundle, type Package } from './bill-of-materials.ts'
import { bundle, root } from './bundle.ts'
import { packageFolders } from './licences.ts'
import { buildReportPage } from './report-page.ts'

const readPackage = async (folder: string): Promise<Package> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))

const temporary = await mkdtemp(join(tmpdir(), 'chancery-sbom-'))
const modules = await bundle(temporary).finally(() => rm(temporary, { recursive: true }))
const page = await buildReportPage(root)
const packages = await Promise.all(packageFolders(root, [...modules, ...page.modules]).map(readPackage))
const { name } = await readPackage(root)

const { status, stdout, stderr } = await run('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
  directory: root,
})
if (status !== 0) throw new Error(`npm sbom: ${stderr}`)
const all: BillOfMaterials = JSON.parse(stdout)
console.log(JSON.stringify(ofBundle(all, name, packages), null, 2))
