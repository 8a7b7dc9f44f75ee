import { emptyAlbum, writeIndex } from './album';
import { Installation } from './installation';

/** A city with enough answers for charts that look like those of a real year; afterwards the album gets its index. */
export default async function startLargeCity(): Promise<() => Promise<void>> {
  emptyAlbum();
  const installation = await Installation.start({ responses: 60_000 });
  process.env.BASE_URL = installation.base;
  return async () => {
    await installation.stop();
    writeIndex();
  };
}
