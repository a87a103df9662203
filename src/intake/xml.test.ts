import { expect, test, vi } from 'vitest'
import { walkXml } from './xml.ts'

// Recognition, threads and large files take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

function events(xml: string): string[] {
  const seen: string[] = []
  walkXml(xml, {
    open: (name, attributes) => seen.push(`<${[name, ...[...attributes].map(([key, value]) => `${key}=${value}`)].join(' ')}>`),
    close: name => seen.push(`</${name}>`),
    text: text => seen.push(text),
  })
  return seen
}

test('tags, attributes and text come in order, without prefixes', () => {
  expect(events('<?xml version="1.0"?><w:p w:a="1" b=\'2\'><w:t>字</w:t><w:br/></w:p>')).toEqual([
    '<p a=1 b=2>',
    '<t>',
    '字',
    '</t>',
    '<br>',
    '</br>',
    '</p>',
  ])
})

test('entities are decoded, unknown ones are left as they stand', () => {
  expect(events('<a x="&lt;&quot;">&amp;&#x4e00;&#65;&nope;&#x110000;</a>')).toEqual(['<a x=<">', '&一A&nope;\ufffd', '</a>'])
})

test('a > inside quotes ends no tag; comments and CDATA are not markup', () => {
  expect(events('<a x="1>2"><!-- <b> --><![CDATA[<c>&amp;]]></a>')).toEqual(['<a x=1>2>', '<c>&amp;', '</a>'])
})

test('a document type is skipped and its entities are never defined', () => {
  expect(events('<!DOCTYPE a><a>&xxe;</a>')).toEqual(['<a>', '&xxe;', '</a>'])
})

test.each(['<a>', '<a></b>', '<a x="1', '<a', '</a>', '<a><!-- </a>', '<a x=1></a>'])('%s is a syntax error', xml => {
  expect(() => events(xml)).toThrow(SyntaxError)
})

test('a very long tag is read in one pass', () => {
  const started = performance.now()
  events(`<a ${'b'.repeat(2_000_000)}></a>`)
  events(`<a ${'b="" '.repeat(400_000)}></a>`)
  expect(performance.now() - started).toBeLessThan(5_000)
})
