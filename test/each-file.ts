import { beforeAll } from 'vitest'
import { endImport } from './bed/tools/asked.ts'

beforeAll(endImport)
