// The map of the townships: the county's own is drawn with its figures beside it; where there is none an officer loads a file, is told what is wrong with one, and takes it away.
import { expect, test } from 'vitest'
import { drawnCounty } from '../../src/store/demo/boundary.ts'
import { accessible, dialog, fits, open, visit } from './browser.ts'

const file = (text: string) => ({ name: '乡镇边界.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) })

test('an officer takes the boundary file away, is told what is wrong with another, and loads one that is right', async () => {
  const { page } = await visit('officer', { expected: /422/ })
  await open(page, '/ledger/project?view=map')
  const figures = page.getByRole('region', { name: '各乡镇的项目' })
  await figures.getByText('云溪镇', { exact: true }).waitFor()
  await expect.poll(() => page.locator('.chart-box svg').textContent()).toContain('云溪镇')
  await fits(page)
  await accessible(page)

  await page.getByRole('button', { name: '移除边界文件' }).press('Enter')
  await dialog(page, '移除边界文件').getByRole('button', { name: '移除边界文件' }).press('Enter')
  await page.getByText('还没有乡镇边界').waitFor()
  await accessible(page)
  const load = page.getByLabel('载入边界文件')
  await load.setInputFiles(file('{"type":"Topology"}'))
  await page.getByText('这不是 GeoJSON 边界文件').waitFor()
  await load.setInputFiles(file(JSON.stringify(drawnCounty(['云溪镇', '松岗镇', '大柳镇']))))
  await page.getByText('已载入 3 块边界').waitFor()
  await page.getByText('没有同名单位，数不到项目：大柳镇').waitFor()

  // By the keyboard from a township to one of its projects.
  await figures.getByText('云溪镇', { exact: true }).press('Enter')
  await figures.getByRole('link').first().press('Enter')
  await page.getByRole('heading', { name: /招商项目/ }).waitFor()
})

test('on a phone the map is as wide as the page, and whoever is not of the office is shown no way to load one', async () => {
  const { page } = await visit('investment', { size: 'phone' })
  await open(page, '/ledger/project?view=map')
  await page.getByRole('heading', { name: '边界文件' }).waitFor()
  expect(await page.getByRole('button', { name: '移除边界文件' }).count()).toBe(0)
  await fits(page)
  await accessible(page)
})
