import { createContext, useContext } from 'react';
import { problemAt, type Problem } from './problemsIn';

/** What is wrong with the schedule as it is written now. */
export const ProblemsContext = createContext<Problem[]>([]);

/** Says what is wrong with the fields below a path. */
export function useProblems(path: string) {
  const problems = useContext(ProblemsContext);
  return (field: string, where?: 'here' | 'within') =>
    problemAt(problems, path ? `${path}.${field}` : field, where);
}
