/**
 * Required before everything else in a process, lets `Date` begin at
 * `PORTAL_STARTS_AT` instead of now; from then on time passes as always. What
 * asks the operating system or a database gets the real time.
 */
const RealDate = Date;
const ahead = RealDate.parse(process.env.PORTAL_STARTS_AT) - RealDate.now();
const now = () => RealDate.now() + ahead;

const MovedDate = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = MovedDate;
// Defined, not assigned: TypeScript would take an assignment for a new global type.
Object.defineProperty(globalThis, 'Date', {
  value: MovedDate,
  writable: true,
  configurable: true,
});
