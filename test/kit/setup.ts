import { afterAll } from 'vitest'
import { endLeftovers } from './leftovers.ts'

// Run anew for every test file, which other modules of a worker are not.
afterAll(endLeftovers)
