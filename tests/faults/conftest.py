from tests.browser.conftest import extension_with_hosts, fresh_browser

__all__ = ["extension_with_hosts", "fresh_browser"]
