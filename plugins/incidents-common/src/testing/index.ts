/**
 * Builders of records for tests: name what the test is about, the rest is plausible.
 *
 * @packageDocumentation
 */
export * from './testNow';
export * from './anAlert';
export * from './anIncident';
export * from './aScheme';
