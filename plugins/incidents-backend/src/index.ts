/**
 * The incidents backend plugin.
 *
 * @packageDocumentation
 */
export { incidentsPlugin as default } from './plugin';
export { timelineTopic } from './timeline';
