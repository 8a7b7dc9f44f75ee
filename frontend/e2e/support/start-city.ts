import { Installation } from './installation';

/** Starts the server that all tests share; what is returned stops it. */
export default async function startCity(): Promise<() => Promise<void>> {
  const installation = await Installation.start({ responses: 4000 });
  process.env.BASE_URL = installation.base;
  return () => installation.stop();
}
