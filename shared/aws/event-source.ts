/** The `source` of every event that Fencewatch puts on a bus: what a rule asks for, and the only one that the stack lets functions name. */
export const eventSource = 'fencewatch';
