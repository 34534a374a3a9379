export interface Sending {
  readonly method: string;
  readonly headers: Headers;
  readonly body: FormData;
  /** Told how much has left, 0 to 100. */
  readonly onProgress: (percent: number) => void;
}

/** The one request that tells how far it is: fetch does not say what has been sent. Rejects when the server cannot be reached. */
export function sendFile(address: string, { method, headers, body, onProgress }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    headers.forEach((value, name) => {
      request.setRequestHeader(name, value);
    });
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) {
        onProgress(Math.round((loaded / total) * 100));
      }
    };
    request.onload = () => {
      // A Response may not have a body with these.
      const bare = [204, 205, 304].includes(request.status);
      resolve(new Response(bare ? null : request.responseText, { status: request.status }));
    };
    request.onerror = () => {
      reject(new TypeError('the server cannot be reached'));
    };
    request.send(body);
  });
}
