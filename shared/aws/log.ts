/** What functions print: one JSON line an event, identifiers masked (product rule 3). */

import { Logger } from '@aws-lambda-powertools/logger';
import { maskIdentifier } from '../domain/identifier.ts';

export interface Log {
  debug(message: string, details?: Record<string, unknown>): void;
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

/**
 * A log whose every line names the service (`read`, `match`). The level is that of POWERTOOLS_LOG_LEVEL, else INFO.
 * Give an error as `{ error }`; its cause and stack are printed with it.
 */
export function createLog(service: string): Log {
  const logger = new Logger({ serviceName: service, jsonReplacerFn: (_key, value) => masked(value) });
  return {
    debug: (message, details = {}) => logger.debug(message, details),
    info: (message, details = {}) => logger.info(message, details),
    warn: (message, details = {}) => logger.warn(message, details),
    error: (message, details = {}) => logger.error(message, details),
  };
}

/**
 * A run of 14 or more digits, alone or with the separators people put into an IMEI: `356938035643809`, `35-693803-564380-9`,
 * `35/693803/564380/9`. Longer runs may hold one and are masked as well.
 */
const identifierLike = /\d(?:[ ./-]?\d){13,}/g;

/** The text with everything that may be an identifier masked: `IMEI 35693803*****09`. For any text that leaves the system unseen. */
export function maskIdentifiers(text: string): string {
  return text.replace(identifierLike, (run) => maskIdentifier(run.replace(/\D/g, '')));
}

/** Called for each value of a line before it is printed, so it need not go into depth. Names of fields are masked as values are. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskIdentifiers(value);
  if (typeof value === 'number' || typeof value === 'bigint') return /\d{14}/.test(String(value)) ? maskIdentifiers(String(value)) : value;
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Error)) return withMaskedNames(value);
  return value;
}

function withMaskedNames(value: object): object {
  const entries = Object.entries(value);
  if (!entries.some(([name]) => /\d{14}/.test(name))) return value;
  return Object.fromEntries(entries.map(([name, inner]) => [maskIdentifiers(name), inner]));
}
