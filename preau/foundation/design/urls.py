from django.urls import path

from preau.foundation.design.views import gallery

urlpatterns = [path("", gallery, name="gallery")]
