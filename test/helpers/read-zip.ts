import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry } from 'yauzl';

/** The files of an archive by name, with the reader that the program uses for workbooks. */
export function readZip(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (failure, archive) => {
      if (failure !== null) {
        reject(failure);
        return;
      }
      const found = new Map<string, Buffer>();
      archive.on('error', reject);
      archive.on('end', () => {
        resolve(found);
      });
      archive.on('entry', (each: Entry) => {
        archive.openReadStream(each, (error, stream) => {
          if (error !== null) {
            reject(error);
            return;
          }
          void buffer(stream).then((content) => {
            found.set(each.fileName, content);
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}
