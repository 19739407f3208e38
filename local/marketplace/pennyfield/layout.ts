import { html, raw } from 'hono/html';
import { randomFrom } from '../../sample/random.ts';
import { style } from './style.ts';

/** A piece of page that needs no escaping any more. */
export type Markup = ReturnType<typeof html>;

export const categories = [
  { slug: 'apple', name: 'Apple iPhone', makes: ['Apple'] },
  { slug: 'samsung', name: 'Samsung Galaxy', makes: ['Samsung'] },
  { slug: 'other-makes', name: 'Other makes', makes: undefined },
  // Nobody sells these; a search that rightly has no offers.
  { slug: 'satellite', name: 'Satellite phones', makes: [] },
] as const;

export type Category = (typeof categories)[number];

interface Frame {
  title: string;
  description: string;
  current?: Category;
  head?: Markup;
  /** Names the page to the measuring script, which fills its markup with numbers that mean nothing to us. */
  measuredAs: string;
  main: Markup;
}

/** The whole page around its main part: header, categories, footer, cookie bar. */
export function page({ title, description, current, head, measuredAs, main }: Frame): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${title} | Pennyfield</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${description}">
<meta property="og:site_name" content="Pennyfield">
${head}
<style>${raw(style)}</style>
<script>${raw(measuring(measuredAs))}</script>
</head>
<body>
<header class="masthead"><div class="wrap">
<a class="brand" href="/">Penny<span>field</span></a>
<form action="/phones/apple" method="get" role="search"><input name="q" aria-label="Search" placeholder="Search 14 million things near you"><button>Search</button></form>
<nav class="links" aria-label="Your account"><a href="/account/sell">Sell</a><a href="/account/messages">Messages</a><a href="/account/login">Sign in</a></nav>
</div></header>
<nav class="categories" aria-label="Categories"><div class="wrap">
${categories.map((each) => html`<a href="/phones/${each.slug}" ${each === current ? raw('aria-current="page"') : ''}>${each.name}</a>`)}
</div></nav>
<main class="wrap">
${main}
</main>
${footer}
<div class="cookie-bar" role="region" aria-label="Cookies"><span>We use cookies to keep you signed in and to count visits.</span><button type="button">Accept all</button><button type="button">Reject</button></div>
</body>
</html>
`.toString();
}

const footerColumns: readonly { heading: string; links: readonly string[] }[] = [
  { heading: 'Pennyfield', links: ['About us', 'Press', 'Careers', 'Our pledge'] },
  { heading: 'Help', links: ['Buying safely', 'Selling safely', 'Report an item', 'Contact'] },
  { heading: 'Legal', links: ['Terms of use', 'Privacy', 'Cookies', 'Modern slavery statement'] },
  { heading: 'Popular', links: ['Sofas in Leeds', 'Prams', 'Bicycles', 'Record players'] },
];

const footer = html`<footer class="foot"><div class="wrap">
<div class="columns">${footerColumns.map(
  ({ heading, links }) =>
    html`<div><strong>${heading}</strong>${links.map((link) => html`<a href="/about/${slugOf(link)}">${link}</a>`)}</div>`,
)}</div>
<p>Pennyfield is an invented marketplace for demonstrations. Its sellers, phones and numbers do not exist. Company no. 00000000.</p>
</div></footer>`;

/** A tag manager's opening lines, long numbers included: pages are full of fifteen-digit ids that name no phone. */
function measuring(name: string): string {
  const random = randomFrom('measuring', name);
  const state = {
    page: name,
    clientId: `${random.digits(10)}.17${random.digits(8)}`,
    session: random.digits(15),
    experiment: [`1${random.digits(14)}`, `4${random.digits(14)}`],
    pixel: `28${random.digits(13)}`,
    timestamp: 1_790_000_000_000 + random.int(0, 9_999_999),
    flags: { lazyGallery: true, newCheckout: false, safetyTips: 'b' },
  };
  return `window.dataLayer=window.dataLayer||[];dataLayer.push(${JSON.stringify(state).replaceAll('<', '\\u003c')});
(function(w,d){var q=w.pf=w.pf||{};q.ready=function(f){d.readyState!=='loading'?f():d.addEventListener('DOMContentLoaded',f)};
q.ready(function(){var b=d.querySelector('.cookie-bar');if(b)b.addEventListener('click',function(e){if(e.target.tagName==='BUTTON')b.remove()});
d.querySelectorAll('.gallery img').forEach(function(i){i.addEventListener('click',function(){i.parentNode.prepend(i)})})})})(window,document);`;
}

export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** `£1,250`, `£349.99` */
export function pounds(amount: number): string {
  return `£${amount.toLocaleString('en-GB', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 })}`;
}
