// The camera: looks for QR codes and says each one once.
const SAME_AGAIN = 5_000; // the same code within this time is the same person standing there

export async function startCamera(video, library, found) {
  const { default: QrScanner } = await import(library);
  let last = { data: "", at: 0 };
  const scanner = new QrScanner(
    video,
    ({ data }) => {
      if (data === last.data && Date.now() - last.at < SAME_AGAIN) return;
      last = { data, at: Date.now() };
      found(data);
    },
    { preferredCamera: "environment", maxScansPerSecond: 8, returnDetailedScanResult: true },
  );
  await scanner.start();
  return scanner;
}
