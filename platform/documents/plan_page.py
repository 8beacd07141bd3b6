def plan_page(document):
    return ""
