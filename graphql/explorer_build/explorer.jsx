// GraphiQL on a council's own host: it asks the address that it is shown at, with the session of the browser.
import { GraphiQL } from "graphiql";
import "graphiql/graphiql.css";
import { createRoot } from "react-dom/client";
import "./explorer.css";

const place = document.getElementById("explorer");

const START = `# The book, top left, lists what you can ask for.
# To ask as somebody else, add a header below:
# {"X-Session-Token": "…"}
query Start {
  council {
    name
    languages { ownName }
  }
  viewer {
    name
    role
  }
}
`;

async function fetcher(operation, { headers = {} } = {}) {
  const response = await fetch(window.location.pathname, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      accept: "application/graphql-response+json, application/json;q=0.9",
      "content-type": "application/json",
      "x-csrftoken": place.dataset.csrfToken,
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  return response.json();
}

createRoot(place).render(<GraphiQL fetcher={fetcher} defaultQuery={START} defaultEditorToolsVisibility="headers" />);
