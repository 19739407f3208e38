/** The local mailbox as people see it: plain text, escaped, and no link that a mail wrote. */

import { html } from 'hono/html';
import type { KeptMail } from './mailbox.ts';

type Markup = ReturnType<typeof html>;

export function mailboxPage(mails: readonly KeptMail[]): Markup {
  const title = 'Local mailbox';
  return page(
    title,
    html`<h1>${title}</h1>
      <p>Mails that Fencewatch sent. None of them left this machine.</p>
      ${
        mails.length === 0
          ? html`<p>None yet.</p>`
          : html`<table>
        <thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent (UTC)</th></tr></thead>
        <tbody>${mails.map((mail) => html`<tr><td><a href="/mails/${encodeURIComponent(mail.id)}">${mail.subject}</a></td><td>${mail.to}</td><td>${sentAt(mail)}</td></tr>`)}</tbody>
      </table>`
      }`,
  );
}

export function mailPage(mail: KeptMail): Markup {
  const { id, from, to, subject, text, attachments } = mail;
  return page(
    subject,
    html`<p><a href="/">Local mailbox</a></p><h1>${subject}</h1>
      <p>From ${from}<br>To ${to}<br>Sent ${sentAt(mail)} UTC<br><a href="/mails/${encodeURIComponent(id)}.eml">As it came</a></p>
      <pre>${text}</pre>
      ${attachments.map(({ name, type, text: content }) => html`<h2>${name}</h2><p>${type}</p><details><summary>Show it</summary><pre>${content}</pre></details>`)}`,
  );
}

function page(title: string, content: Markup): Markup {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
    <style>body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem } td, th { text-align: left; padding: .25rem 1rem .25rem 0 } pre { white-space: pre-wrap; overflow-wrap: anywhere }</style>
    </head><body><main>${content}</main></body></html>`;
}

/** `2026-11-22 12:00:00` out of an id. */
function sentAt({ id }: KeptMail): string {
  return id.replace(/^(.{10})T(\d\d)(\d\d)(\d\d).*$/, '$1 $2:$3:$4');
}
