// What the person says goes over the wire as the rules take it.
import { expect, test } from 'vitest'
import { Fixes } from '../contract/readingimport.ts'
import { NO_FIXES } from './world.ts'

test('nothing said is no fix', () => expect(Fixes.parse({})).toEqual(NO_FIXES))
