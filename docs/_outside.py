"""Of pages that link to files of the project outside this folder: on the site these are names, not links."""

import re

HERE = "how-to|reference|explanation|decisions|images|README|tutorial"
OUTSIDE = re.compile(rf"\[([^\]]*)\]\((?:(?:\.\./){{2}}|\.\./(?!{HERE}))([^)\s]*)\)|\[README\]\(\.\./README\.md\)")


def on_page_markdown(markdown: str, **_: object) -> str:
    """The page without such links."""
    return OUTSIDE.sub(lambda link: f"{link[1]} (`{link[2]}`)" if link[1] else "README", markdown)
