import { chromium } from 'playwright-core';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(2);
const at = words.indexOf('--shots');
const shots = at < 0 ? null : resolve(words.splice(at, 2)[1]);
if (words.length === 0) {
  console.error('usage: run PAGE.html... [--shots DIR]');
  process.exit(2);
}

/** Runs in the page: every text that can be seen, with the colours that it is really drawn in. */
function texts() {
  const parse = (colour) => {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return colour.startsWith('color(') ? [...numbers.slice(0, 3).map((n) => n * 255), numbers[3] ?? 1]
      : [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
  };
  const over = (top, below) => {
    const alpha = top[3];
    return [0, 1, 2].map((i) => top[i] * alpha + below[i] * (1 - alpha)).concat(1);
  };
  const background = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    return layers.reverse().reduce((below, top) => over(top, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const found = [];
  const add = (element, text, style) => {
    const drawn = element.namespaceURI === 'http://www.w3.org/2000/svg' ? style.fill : style.color;
    const behind = background(element);
    const box = element.getBoundingClientRect();
    const scale = element.ownerSVGElement
      ? element.ownerSVGElement.getBoundingClientRect().width / element.ownerSVGElement.viewBox.baseVal.width : 1;
    found.push({
      text: text.trim().slice(0, 40), where: element.tagName + '.' + (element.getAttribute('class') ?? ''),
      contrast: contrast(over(parse(drawn), behind), behind), size: parseFloat(style.fontSize) * scale,
      left: box.left, right: box.right,
    });
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const style = getComputedStyle(element);
    if (!walker.currentNode.data.trim() || element.tagName === 'title' || style.visibility === 'hidden'
      || element.getClientRects().length === 0 || element.closest('.hidden')) continue;
    add(element, walker.currentNode.data, style);
  }
  for (const element of document.querySelectorAll('[data-name]')) {
    const style = getComputedStyle(element, '::before');
    if (style.content !== 'none' && style.content !== 'normal') add(element, style.content, style);
  }
  return found;
}

/** Runs in the page: what sticks out of the window without a box of its own to scroll in. */
function overflowing() {
  return [...document.body.querySelectorAll('*')]
    .filter((e) => !e.closest('.wide') && !e.closest('.hidden') && e.getBoundingClientRect().right > innerWidth + 0.5)
    .map((e) => e.tagName + '.' + (e.getAttribute('class') ?? ''));
}

const profile = mkdtempSync(join(tmpdir(), 'page-check-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
let faults = 0;
for (const file of words) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [400, 1400]) {
      const page = await browser.newPage();
      const loaded = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(resolve(file)).href);
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
      const all = await page.evaluate(texts);
      const size = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, inner: innerWidth }));
      const out = await page.evaluate(overflowing);
      const weak = all.filter((t) => t.contrast < 4.5);
      const small = all.filter((t) => t.size < 12);
      const outside = loaded.filter((url) => !url.startsWith('data:') && !url.startsWith('file:'));
      const lowest = Math.min(...all.map((t) => t.contrast));
      const smallest = Math.min(...all.map((t) => t.size));
      console.log(`${basename(file)} ${colorScheme} ${width} px: page ${size.scroll} px wide, ${all.length} texts, `
        + `lowest contrast ${lowest.toFixed(2)}, smallest text ${smallest.toFixed(1)} px, ${outside.length} loaded from outside`);
      const unique = (list) => [...new Map(list.map((t) => [t.where, t])).values()];
      for (const t of unique(weak)) console.log(`  contrast ${t.contrast.toFixed(2)}: ${t.where} "${t.text}"`);
      for (const t of unique(small)) console.log(`  ${t.size.toFixed(1)} px: ${t.where} "${t.text}"`);
      for (const e of new Set(out)) console.log(`  sticks out: ${e}`);
      for (const url of outside) console.log(`  loads ${url}`);
      faults += weak.length + small.length + out.length + outside.length + (size.scroll > size.inner ? 1 : 0);
      if (shots) {
        await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = false; }));
        await page.screenshot({ path: join(shots, `${basename(file, '.html')}-${colorScheme}-${width}.png`), fullPage: true });
      }
      await page.close();
    }
  }
}
await browser.close();
console.log(faults === 0 ? 'no faults' : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
