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

test('the five entities and numbered characters are decoded', () => {
  expect(events('<a x="&lt;&quot;">&amp;&#x4e00;&#65;&apos;&gt;</a>')).toEqual(['<a x=<">', "&一A'>", '</a>'])
})

test('a > inside quotes ends no tag; comments and CDATA are not markup', () => {
  expect(events('<a x="1>2"><!-- <b> --><![CDATA[<c>&amp;]]></a>')).toEqual(['<a x=1>2>', '<c>&amp;', '</a>'])
})

test('a document type defines no entities', () => {
  expect(events('<!DOCTYPE a [<!ENTITY x "字">]><a>文</a>')).toEqual(['<a>', '文', '</a>'])
  expect(() => events('<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/hostname">]><a>&xxe;</a>')).toThrow(SyntaxError)
})

test.each([
  '',
  '<a>',
  '<a></b>',
  '<a x="1',
  '<a',
  '</a>',
  '<a><!-- </a>',
  '<a x=1></a>',
  '<a>&nope;</a>',
  '<a>&#0;</a>',
  '<a x="1" x="2"/>',
])('%j is a syntax error', xml => {
  expect(() => events(xml)).toThrow(SyntaxError)
})

test('a very long tag and very deep tags are read in one pass', () => {
  const started = performance.now()
  expect(() => events(`<a ${'b'.repeat(2_000_000)}></a>`)).toThrow(SyntaxError)
  events(`<a ${Array.from({ length: 50_000 }, (_, at) => `b${at}=""`).join(' ')}></a>`)
  events(`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`)
  expect(performance.now() - started).toBeLessThan(5_000)
})
