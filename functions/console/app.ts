/** The review console: which path shows what, to whom, and what holds for every answer. */

import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { holdsOneOf, type Role } from '../../shared/domain/person.ts';
import { guardHeaders, keepInNoCache } from '../../shared/pages/headers.ts';
import {
  auditReaders,
  type ConsoleEnv,
  caseReaders,
  deciders,
  noticeSenders,
  type OpenRoute,
  qualityReaders,
  scanReaders,
  victimTellers,
} from './access.ts';
import { type Answer, sendAsset, showDesk, showHealth, showScans, toFirstPage } from './answers.ts';
import { caseOperations } from './api/case-operations.ts';
import { deskOperations } from './api/desk-operations.ts';
import { escalationOperations } from './api/escalation-operations.ts';
import { noticeOperations } from './api/notice-operations.ts';
import { openApi } from './api/openapi.ts';
import { askAudit, exportAudit, showAudit } from './audit-answers.ts';
import { previewMany, refuseChosen, takeBackChosen } from './bulk-answers.ts';
import { liftHold, showChecks } from './checks-answers.ts';
import { closeEscalation, showEscalations, takeEscalation } from './escalation-answers.ts';
import type { ConsoleParts } from './parts.ts';
import { saveView, searchQueue, showCases } from './queue-answers.ts';
import { failed, forbidden, foreign, notFound, signInFirst } from './refusals.ts';
import { showCase } from './show-case.ts';
import { openEvidence, showEvidence } from './show-evidence.ts';
import { markHandedIn, sendNoticeAgain, showNotice } from './show-notice.ts';
import { showPhoto } from './show-photo.ts';
import { showQuality } from './show-quality.ts';
import { markTold, showVictims } from './victim-answers.ts';
import { decideCase, doing, handOverCase, putHeldUp, revokeConfirmation, takeNextCase } from './work-answers.ts';

interface Route {
  method: 'get' | 'post';
  path: string;
  roles: readonly Role[];
  answer: Answer;
}

/** The JSON API; each names its roles beside its path, as routes do. */
const operations = [...caseOperations, ...escalationOperations, ...noticeOperations, ...deskOperations];

/** For whoever asks: they show nobody's data. */
const openRoutes: readonly OpenRoute[] = [
  { method: 'get', path: '/health', answer: showHealth },
  { method: 'get', path: '/assets/:file', answer: sendAsset },
  { method: 'get', path: '/api/v1/openapi.json', answer: (context) => context.json(openApi(operations)) },
];

const routes: readonly Route[] = [
  { method: 'get', path: '/cases', roles: caseReaders, answer: showCases },
  { method: 'post', path: '/cases/search', roles: caseReaders, answer: searchQueue },
  { method: 'post', path: '/cases/views', roles: caseReaders, answer: saveView },
  { method: 'post', path: '/cases/next', roles: deciders, answer: takeNextCase },
  { method: 'post', path: '/cases/refuse-many/preview', roles: ['reviewer'], answer: previewMany },
  { method: 'post', path: '/cases/refuse-many', roles: ['reviewer'], answer: refuseChosen },
  { method: 'post', path: '/cases/take-back-many', roles: ['reviewer'], answer: takeBackChosen },
  { method: 'get', path: '/cases/:id', roles: caseReaders, answer: showCase },
  { method: 'get', path: '/cases/:id/evidence', roles: caseReaders, answer: showEvidence },
  { method: 'get', path: '/cases/:id/photos/:photo', roles: caseReaders, answer: showPhoto },
  { method: 'post', path: '/cases/:id/evidence', roles: caseReaders, answer: openEvidence },
  { method: 'post', path: '/cases/:id/claim', roles: deciders, answer: doing('claim') },
  { method: 'post', path: '/cases/:id/renew', roles: deciders, answer: doing('renew') },
  { method: 'post', path: '/cases/:id/release', roles: deciders, answer: doing('release') },
  { method: 'post', path: '/cases/:id/resume', roles: deciders, answer: doing('resume') },
  { method: 'post', path: '/cases/:id/hand-over', roles: deciders, answer: handOverCase },
  { method: 'post', path: '/cases/:id/flood-is-real', roles: deciders, answer: putHeldUp },
  { method: 'post', path: '/cases/:id/decision', roles: deciders, answer: decideCase },
  { method: 'post', path: '/cases/:id/undo', roles: deciders, answer: doing('undo') },
  { method: 'post', path: '/cases/:id/revoke', roles: noticeSenders, answer: revokeConfirmation },
  { method: 'get', path: '/escalations', roles: caseReaders, answer: showEscalations },
  { method: 'post', path: '/escalations/:id/take', roles: caseReaders, answer: takeEscalation },
  { method: 'post', path: '/escalations/:id/close', roles: caseReaders, answer: closeEscalation },
  { method: 'get', path: '/victims', roles: victimTellers, answer: showVictims },
  { method: 'post', path: '/victims/:id/told', roles: victimTellers, answer: markTold },
  { method: 'get', path: '/notices/:id', roles: caseReaders, answer: showNotice },
  { method: 'post', path: '/notices/:id/hand-in', roles: noticeSenders, answer: markHandedIn },
  { method: 'post', path: '/notices/:id/send-again', roles: noticeSenders, answer: sendNoticeAgain },
  { method: 'get', path: '/checks', roles: caseReaders, answer: showChecks },
  { method: 'post', path: '/checks/clients/:id/lift', roles: deciders, answer: liftHold },
  { method: 'get', path: '/scans', roles: scanReaders, answer: showScans },
  { method: 'get', path: '/desk', roles: scanReaders, answer: showDesk },
  { method: 'get', path: '/quality', roles: qualityReaders, answer: showQuality },
  { method: 'get', path: '/audit', roles: auditReaders, answer: showAudit },
  { method: 'post', path: '/audit', roles: auditReaders, answer: askAudit },
  { method: 'post', path: '/audit/export', roles: auditReaders, answer: exportAudit },
];

export function createConsole(parts: ConsoleParts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.use(guardHeaders(parts.access.formTargets));
  app.use(keepInNoCache());
  // Assets alone are worth it: pages are small, and compressing them beside a stranger's text can leak what else they hold.
  app.use('/assets/*', compress());
  for (const { method, path, answer } of openRoutes) app.on(method, path, (context) => answer(context, parts));
  app.use(async (context, next) => {
    context.set('person', await parts.access.personOf(context));
    await next();
  });
  // A form counts when the browser says that it stood on a page of this console (Sec-Fetch-Site, or Origin in older browsers).
  app.use(csrf());
  for (const { method, path, answer } of parts.access.routes) app.on(method, path, (context) => answer(context, parts));
  app.get('/', (context) => toFirstPage(context, parts));
  for (const { method, path, roles, answer } of [...routes, ...operations]) {
    app.on(method, path, (context) => {
      const person = context.get('person');
      if (person === undefined) return signInFirst(context, parts);
      return holdsOneOf(person, roles) ? answer(context, parts, person) : forbidden(context, parts, person);
    });
  }
  app.notFound((context) => notFound(context, parts));
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 403) return foreign(context, parts);
    parts.report(error);
    return failed(context, parts);
  });
  return app;
}
