// What waits for an officer: two hundred entries in groups by what is due, the first of each, the rest at one press of a key; narrowed to one kind.
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { TodoList } from '../../src/core/contract/todo.ts'
import { FIRST_SHOWN } from '../../src/web/parts/todogroups.ts'
import { accessible, fits, follow, open, type Size, visit } from './browser.ts'
import { ask } from './county.ts'

test.each<Size>(['desk', 'phone'])('a long list shows the first of each group, and the rest when asked, on the %s', async size => {
  const { page, context } = await visit('officer', { size })
  const { entries } = await ask<z.infer<typeof TodoList>>(context, 'listTodo')
  await open(page, '/todo')
  const group = page.getByRole('region', { name: '已过时限' })
  const listed = group.getByRole('list').first().locator('> li')
  expect(await listed.count()).toBe(FIRST_SHOWN)
  await fits(page)
  await accessible(page)

  await group.getByRole('button', { name: /显示全部 \d+ 件/ }).focus()
  await page.keyboard.press('Enter')
  await listed.nth(FIRST_SHOWN).waitFor()
  const hidden = listed.nth(FIRST_SHOWN).getByRole('link').first()
  expect(await hidden.evaluate(link => link === document.activeElement), 'the keyboard goes on where it was').toBe(true)
  const shown = await listed.count()

  // Back from an entry the list is as it was left.
  await follow(page, hidden)
  await page.goBack()
  await listed.nth(shown - 1).waitFor()

  const toDispatch = entries.filter(entry => entry.kind === 'to-dispatch').length
  await page.getByRole('button', { name: `待交办 ${toDispatch}` }).click()
  await page.getByText('待核查', { exact: true }).first().waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: /^办结：/ }).count()).toBe(0)
  await page
    .getByRole('button', { name: /^交办：/ })
    .first()
    .waitFor()
})
