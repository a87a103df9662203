import { describe, expect, it } from 'vitest'
import { linkFault, type Other, RELATION_NAMES, relationsOf } from './relation.ts'

const other = (kind: Other['kind'], by: Other['by'] = []): Other => ({
  id: 'other',
  kind,
  number: null,
  title: '赴云川考察',
  stage: null,
  by,
})
const project = { id: 'one', kind: 'project' } as const

describe('linking two items', () => {
  it('is possible where the table has both kinds', () => {
    expect(linkFault(project, 'found-on', other('visit'))).toBeNull()
    expect(linkFault({ id: 'one', kind: 'matter' }, 'measure-of', other('risk'))).toBeNull()
  })
  it('is refused where it has not, the wrong way round too', () => {
    expect(linkFault(project, 'found-on', other('risk'))).toMatchObject({ refused: 'wrong-relation' })
    expect(linkFault({ id: 'one', kind: 'visit' }, 'found-on', other('project'))).toMatchObject({ refused: 'wrong-relation' })
  })
  it('is refused to an item that is not to be seen, to itself, and a second time', () => {
    expect(linkFault(project, 'found-on', undefined)).toMatchObject({ refused: 'invalid' })
    expect(linkFault(project, 'found-on', { ...other('visit'), id: 'one' })).toMatchObject({ refused: 'invalid' })
    expect(linkFault(project, 'found-on', other('visit', ['found-on']))).toMatchObject({ refused: 'same-already' })
  })
  it('is refused where something would belong to what has ended; it may be continued', () => {
    const ended = { ...other('campaign'), stage: 'ended' }
    expect(linkFault(project, 'belongs-to', ended)).toMatchObject({ refused: 'taker-ended' })
    expect(linkFault(project, 'continues', ended)).toBeNull()
    expect(linkFault(project, 'belongs-to', { ...ended, stage: 'running' })).toBeNull()
  })
})

it('each relation is offered by the kinds that it comes from', () => {
  expect(relationsOf('project')).toEqual(['found-on', 'measure-of', 'belongs-to', 'continues'])
  expect(relationsOf('visit')).toEqual([])
  expect(RELATION_NAMES.filter(name => relationsOf('matter').includes(name))).toEqual(relationsOf('matter'))
})
