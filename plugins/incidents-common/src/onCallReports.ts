export {
  loadLimits,
  sleepClocks,
  type LoadQuery,
  type LoadReport,
  type PersonLoad,
} from './schemas';
