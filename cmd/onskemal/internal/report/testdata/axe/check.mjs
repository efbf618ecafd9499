// Opens pages in a real browser and prints what is wrong with them, one problem
// a line. Arguments: the browser, then the HTML files.
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { pathToFileURL } from 'node:url'

const [executablePath, ...files] = process.argv.slice(2)

// From the narrowest that must do (WCAG 2.2, 1.4.10) past the widest that changes
// anything, so close that a table that just does not fit is found.
const widths = Array.from({ length: 36 }, (_, i) => 320 + 35 * i)

// What readers may set for themselves (WCAG 2.2, 1.4.12).
const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }) // no sandbox: tests may run as root
for (const file of files) {
  for (const colorScheme of ['light', 'dark']) {
    await check(file, colorScheme)
  }
}
await browser.close()

async function check(file, colorScheme) {
  const name = `${file.split('/').pop()}, ${colorScheme}`
  const problem = (what) => console.log(`${name}: ${what}`)
  const context = await browser.newContext({ colorScheme })
  const page = await context.newPage()
  const url = pathToFileURL(file).href
  page.on('console', (message) => problem(`console: ${message.text()}`))
  page.on('pageerror', (error) => problem(`error: ${error}`))
  page.on('dialog', (dialog) => { problem(`dialog: ${dialog.message()}`); dialog.dismiss() })
  page.on('request', (request) => { if (request.url() !== url) problem(`request: ${request.url()}`) })
  await page.goto(url)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    for (const open of [false, true]) {
      await page.evaluate((open) => document.querySelectorAll('details').forEach((d) => { d.open = open }), open)
      await axeFinds(page, (what) => problem(`${width} px: ${what}`))
    }
    for (const what of await page.evaluate(paleDrawings)) problem(`${width} px: ${what}`)
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const what of await page.evaluate(overflowing)) problem(`${width} px: ${what}`)
  }
  await page.setViewportSize({ width: 320, height: 900 })
  await context.newCDPSession(page).then((session) => addStyle(session, spacing))
  for (const what of await page.evaluate(overflowing)) problem(`320 px, spaced: ${what}`)
  await context.close()
}

// The page's policy allows no script of ours in it: axe is evaluated beside it.
async function axeFinds(page, problem) {
  await page.evaluate(axe.source)
  const results = await page.evaluate(() => window.axe.run({ resultTypes: ['violations', 'incomplete'] }))
  for (const { id, nodes, help } of results.violations) {
    problem(`${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`)
  }
  for (const { id, nodes } of results.incomplete.filter(({ id }) => id === 'color-contrast')) {
    problem(`${id} cannot be told: ${nodes.map((node) => node.html).join(' ')}`)
  }
  if (results.passes.length === 0) problem('axe has checked nothing')
}

// addStyle adds a style as a reader's browser does, whatever the page's policy.
async function addStyle(session, text) {
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { frameTree } = await session.send('Page.getFrameTree')
  const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: frameTree.frame.id })
  await session.send('CSS.setStyleSheetText', { styleSheetId, text })
}

// overflowing tells what does not fit in the page's width. It runs in the page.
function overflowing() {
  const found = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide`)
  for (const table of document.querySelectorAll('.table')) {
    if (table.scrollWidth > table.clientWidth) {
      found.push(`${table.className} is ${table.scrollWidth} px wide, not ${table.clientWidth}: ${table.textContent.trim().slice(0, 40)}`)
    }
  }
  return found
}

// paleDrawings tells which drawings and borders are not 3:1 against the page
// (WCAG 2.2, 1.4.11). It runs in the page.
function paleDrawings() {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/\d+/g).map((part) => {
      const c = part / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const paper = luminance(getComputedStyle(document.body).backgroundColor)
  const contrast = (colour) => {
    const [light, dark] = [paper, luminance(colour)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  const found = new Set()
  const hold = (what, colour) => { if (contrast(colour) < 3) found.add(`${what} ${colour} is ${contrast(colour).toFixed(2)}:1`) }
  document.querySelectorAll('svg rect').forEach((rect) => hold('drawing', getComputedStyle(rect).fill))
  document.querySelectorAll('.spark').forEach((spark) => hold('base line', getComputedStyle(spark).borderBottomColor))
  document.querySelectorAll('tbody + tbody').forEach((group) => hold('border', getComputedStyle(group).borderTopColor))
  return [...found]
}
